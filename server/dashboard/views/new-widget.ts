import {html} from 'lit';
import {View} from '../ui/view.js';

class Placeholder extends View {
  protected override render() {
    return html`<h1>new-widget</h1>`;
  }
}

customElements.define('aiw-new-widget-view', Placeholder);
