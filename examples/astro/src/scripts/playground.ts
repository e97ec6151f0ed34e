/** The form's fields are the element's properties, attributes and presence; its events are a list. */
const EVENTS = [
  'aiw-open',
  'aiw-call-start',
  'aiw-call-end',
  'aiw-message',
  'aiw-navigate',
] as const;

const widget = document.querySelector('aiw-voice-widget');
const form = document.querySelector<HTMLFormElement>('#settings');
const log = document.querySelector('output');

for (const name of EVENTS) widget?.addEventListener(name, ({type}) => log?.append(`${type} `));

form?.addEventListener('input', () => {
  if (!widget) return;
  const settings = new FormData(form);
  widget.launcherLabel = String(settings.get('label'));
  widget.toggleAttribute('start-muted', settings.has('muted'));
  if (!settings.has('present')) widget.remove();
  else if (!widget.isConnected) document.body.append(widget);
});
