/** What this site has to do with its widget: functions for the agent, words, events, settings. */
/* global AIWWidget */
const EVENTS = ['aiw-open', 'aiw-call-start', 'aiw-call-end', 'aiw-message', 'aiw-navigate'];

/** The tag's element, once it is there; kept, as the form may take it off the page. */
let element;
const widget = () => (element ??= document.querySelector('aiw-voice-widget'));

if (!window.AIWWidget) {
  // The tag has said in the console what is missing; here the page says it.
  document.querySelector('#missing').hidden = false;
} else {
  AIWWidget.setClientTools({
    orderStatus: {
      description: 'Looks up where an order is',
      parameters: {type: 'object', required: ['id'], properties: {id: {type: 'string'}}},
      handler: ({id}) => `Order ${id} is on its way.`,
    },
  });
  const log = document.querySelector('output');
  for (const name of EVENTS) AIWWidget.on(name, ({type}) => log.append(`${type} `));
  AIWWidget.ready.then(() => {
    widget().textContents = {typeMessage: 'Ask Fernhill anything'};
  });
}

// The form's fields are the element's properties, attributes and presence.
document.querySelector('#settings').addEventListener('input', ({currentTarget}) => {
  const {label, muted, present} = currentTarget.elements;
  widget().launcherLabel = label.value;
  widget().toggleAttribute('start-muted', muted.checked);
  if (!present.checked) widget().remove();
  else if (!widget().isConnected) document.body.append(widget());
});

const orb = document.querySelector('aiw-orb');
document.querySelector('#orb-state')?.addEventListener('change', ({target}) => {
  orb.state = target.value;
});

// First thing in the handler: a press is over after the first `await`.
document.querySelector('#talk')?.addEventListener('click', ({currentTarget}) => {
  window.AIWWidget?.open(currentTarget);
});
