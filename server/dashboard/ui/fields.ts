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

/** Where a field has a fault, that is said in place of its hint. */
const hintOf = ({fault, hint}: Pick<Field<unknown>, 'fault' | 'hint'>) => fault || (hint ?? '');
const classOf = ({fault}: Pick<Field<unknown>, 'fault'>) => (fault ? 'bad' : '');

/** A line of text. */
export function textField(
  field: Field<string> & {placeholder?: string; maxlength?: number; type?: 'text' | 'url'},
) {
  return html`<wa-input
    class=${classOf(field)}
    label=${field.label}
    hint=${hintOf(field)}
    type=${field.type ?? 'text'}
    placeholder=${field.placeholder ?? nothing}
    maxlength=${field.maxlength ?? nothing}
    autocomplete="off"
    ?disabled=${field.isDisabled}
    .value=${live(field.value)}
    @input=${(event: Event) => field.onChange(valueOf(event))}
  ></wa-input>`;
}

/** Several lines of text. */
export function longField(
  field: Field<string> & {placeholder?: string; maxlength?: number; rows?: number},
) {
  return html`<wa-textarea
    class=${classOf(field)}
    label=${field.label}
    hint=${hintOf(field)}
    rows=${field.rows ?? 3}
    placeholder=${field.placeholder ?? nothing}
    maxlength=${field.maxlength ?? nothing}
    resize="auto"
    ?disabled=${field.isDisabled}
    .value=${live(field.value)}
    @input=${(event: Event) => field.onChange(valueOf(event))}
  ></wa-textarea>`;
}

/** A whole number; null: it was left empty. */
export function numberField(
  field: Field<number | null> & {placeholder?: string; min?: number; max?: number},
) {
  const change = (event: Event) => {
    const text = valueOf(event);
    field.onChange(text === '' ? null : Number(text));
  };
  return html`<wa-input
    class=${classOf(field)}
    label=${field.label}
    hint=${hintOf(field)}
    type="number"
    min=${field.min ?? nothing}
    max=${field.max ?? nothing}
    placeholder=${field.placeholder ?? nothing}
    autocomplete="off"
    without-spin-buttons
    ?disabled=${field.isDisabled}
    .value=${live(field.value === null ? '' : String(field.value))}
    @input=${change}
  ></wa-input>`;
}

/** On or off. */
export function switchField(field: Field<boolean>) {
  return html`<wa-switch
    class=${classOf(field)}
    hint=${hintOf(field)}
    ?disabled=${field.isDisabled}
    .checked=${live(field.value)}
    @change=${(event: Event) => field.onChange(isOn(event))}
    >${field.label}</wa-switch
  >`;
}
