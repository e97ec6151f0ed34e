import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {isOn, valueOf} from './field.js';

/** What every field has. */
interface Field<Value> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  hint?: string;
  /** What is wrong with it; empty: nothing. */
  fault?: string;
  isDisabled?: boolean;
}

/** A line of text. */
export function textField({
  label,
  value,
  onChange,
  hint = '',
  fault = '',
  isDisabled = false,
  ...rest
}: Field<string> & {placeholder?: string; maxlength?: number; type?: 'text' | 'url'}) {
  return html`<wa-input
    class=${fault ? 'bad' : ''}
    label=${label}
    hint=${fault || hint}
    type=${rest.type ?? 'text'}
    placeholder=${rest.placeholder ?? nothing}
    maxlength=${rest.maxlength ?? nothing}
    autocomplete="off"
    ?disabled=${isDisabled}
    .value=${live(value)}
    @input=${(event: Event) => onChange(valueOf(event))}
  ></wa-input>`;
}

/** Several lines of text. */
export function longField({
  label,
  value,
  onChange,
  hint = '',
  fault = '',
  isDisabled = false,
  ...rest
}: Field<string> & {placeholder?: string; maxlength?: number; rows?: number}) {
  return html`<wa-textarea
    class=${fault ? 'bad' : ''}
    label=${label}
    hint=${fault || hint}
    rows=${rest.rows ?? 3}
    placeholder=${rest.placeholder ?? nothing}
    maxlength=${rest.maxlength ?? nothing}
    resize="auto"
    ?disabled=${isDisabled}
    .value=${live(value)}
    @input=${(event: Event) => onChange(valueOf(event))}
  ></wa-textarea>`;
}

/** A whole number; null: it was left empty. */
export function numberField({
  label,
  value,
  onChange,
  hint = '',
  fault = '',
  isDisabled = false,
  ...rest
}: Field<number | null> & {placeholder?: string; min?: number; max?: number}) {
  const change = (event: Event) => {
    const text = valueOf(event);
    onChange(text === '' ? null : Number(text));
  };
  return html`<wa-input
    class=${fault ? 'bad' : ''}
    label=${label}
    hint=${fault || hint}
    type="number"
    min=${rest.min ?? nothing}
    max=${rest.max ?? nothing}
    placeholder=${rest.placeholder ?? nothing}
    autocomplete="off"
    without-spin-buttons
    ?disabled=${isDisabled}
    .value=${live(value === null ? '' : String(value))}
    @input=${change}
  ></wa-input>`;
}

/** On or off. */
export function switchField({
  label,
  value,
  onChange,
  hint = '',
  fault = '',
  isDisabled = false,
}: Field<boolean>) {
  return html`<wa-switch
    class=${fault ? 'bad' : ''}
    hint=${fault || hint}
    ?disabled=${isDisabled}
    .checked=${live(value)}
    @change=${(event: Event) => onChange(isOn(event))}
    >${label}</wa-switch
  >`;
}
