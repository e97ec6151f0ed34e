import {LitElement, type CSSResultGroup} from 'lit';
import {parts} from './parts.styles.js';
import {base} from './styles.js';

/** A part of a view that stands for itself: it fetches, shows and changes one thing. */
export abstract class Part extends LitElement {
  static override styles: CSSResultGroup = [base, parts];
}
