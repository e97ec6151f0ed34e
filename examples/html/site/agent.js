/** What this site has to do with its widget: functions for the agent, words, events, settings. */
/* global AIWWidget */
const EVENTS = ['aiw-open', 'aiw-call-start', 'aiw-call-end', 'aiw-message', 'aiw-navigate'];

const widget = () => document.querySelector('aiw-voice-widget');

if (!window.AIWWidget) {
  // The tag has said in the console what is missing; the page says it to its visitors' host.
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
  await AIWWidget.ready;
  widget().textContents = {typeMessage: 'Ask Fernhill anything'};
  followSettings(widget());
}

/** The form's fields are the element's properties, attributes and presence. */
function followSettings(element) {
  document.querySelector('#settings').addEventListener('input', ({currentTarget}) => {
    const {label, muted, present} = currentTarget.elements;
    element.launcherLabel = label.value;
    element.toggleAttribute('start-muted', muted.checked);
    if (!present.checked) element.remove();
    else if (!element.isConnected) document.body.append(element);
  });
}

const orb = document.querySelector('aiw-orb');
document.querySelector('#orb-state')?.addEventListener('change', ({target}) => {
  orb.state = target.value;
});

// First thing in the handler: a press is over after the first `await`.
document.querySelector('#talk')?.addEventListener('click', ({currentTarget}) => {
  window.AIWWidget?.open(currentTarget);
});
