import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {callContext, type CallHandle} from '../../controllers/call-context.js';
import {StringsController} from '../../locales/strings-controller.js';

/** An inner part of the panel: draws the call it stands in, and nothing where there is none. */
export abstract class CallElement extends LitElement {
  readonly #call = new ContextConsumer(this, {context: callContext, subscribe: true});
  protected readonly strings = new StringsController(this);

  /** The call around it; each change of it is an update. */
  protected get call(): CallHandle | undefined {
    return this.#call.value;
  }

  protected override render() {
    return this.call ? this.renderCall(this.call) : nothing;
  }

  /** Hands what has come into a slot on to an element inside. An empty slot would hide what stands in its place there. */
  protected handOn(name: string): TemplateResult | typeof nothing {
    return this.querySelector(`[slot=${name}]`)
      ? html`<slot name=${name} slot=${name}></slot>`
      : nothing;
  }

  /** What the element shows of `call`. */
  protected abstract renderCall(call: CallHandle): TemplateResult | typeof nothing;
}
