import {LitElement, type CSSResultGroup} from 'lit';
import {property} from 'lit/decorators.js';
import {guardUnsaved} from '../app/router.js';
import {base} from './styles.js';

/** One view of the dashboard: the router gives it what its address says. */
export abstract class View extends LitElement {
  static override styles: CSSResultGroup = [base];

  /** Parts of the address that vary, such as `id`. */
  @property({attribute: false}) params: Readonly<Record<string, string>> = {};
  @property({attribute: false}) query = new URLSearchParams();

  /** Whether leaving now would lose something. */
  protected get isUnsaved(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    guardUnsaved(() => this.isUnsaved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    guardUnsaved(null);
  }
}
