/** What this site has to do with its widget. Runs once: htmx swaps bodies, not documents. */
/* global AIWWidget, htmx */
const EVENTS = ['aiw-open', 'aiw-call-start', 'aiw-call-end', 'aiw-message', 'aiw-navigate'];

const widget = document.querySelector('aiw-voice-widget');
const settings = document.querySelector('#settings');

if (window.AIWWidget) {
  AIWWidget.setClientTools({
    orderStatus: {
      description: 'Looks up where an order is',
      parameters: {type: 'object', required: ['id'], properties: {id: {type: 'string'}}},
      handler: ({id}) => `Order ${id} is on its way.`,
    },
  });
  const log = document.querySelector('output');
  for (const name of EVENTS) AIWWidget.on(name, ({type}) => log.append(`${type} `));
  // As a boosted link does it.
  AIWWidget.onNavigate(path => htmx.ajax('GET', path, {target: 'body', push: 'true'}));
  widget.textContents = {typeMessage: 'Ask Fernhill anything'};
}

settings.addEventListener('input', () => {
  const {label, muted, present} = settings.elements;
  widget.launcherLabel = label.value;
  widget.toggleAttribute('start-muted', muted.checked);
  if (!present.checked) widget.remove();
  else if (!widget.isConnected) document.body.append(widget);
});

// The page's own elements come and go with the body: the document listens for them.
document.addEventListener('change', ({target}) => {
  if (target.matches('#orb-state')) document.querySelector('main aiw-orb').state = target.value;
});
document.addEventListener('click', ({target}) => {
  // First thing in the handler: a press is over after the first `await`.
  if (target.matches('#talk')) window.AIWWidget?.open(target);
});
