import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import {html} from 'lit';
import './copy-block.js';

/**
 * What the server shows once: to be copied now.
 *
 * @param onDone - Takes it off the screen.
 */
export function shownOnce(
  {label, value, text}: {label: string; value: string; text: string},
  onDone: () => void,
) {
  return html`<wa-callout variant="success" role="status">
    <div class="stack">
      <p><strong>${label}</strong><br />${text}</p>
      <aiw-copy-block value=${value} label=${`Copy: ${label}`}></aiw-copy-block>
      <div>
        <wa-button size="s" appearance="outlined" @click=${onDone}>I have copied it</wa-button>
      </div>
    </div>
  </wa-callout>`;
}
