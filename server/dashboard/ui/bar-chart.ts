import {css, html, LitElement, svg} from 'lit';
import {property} from 'lit/decorators.js';

/** One bar. */
export interface Bar {
  label: string;
  value: number;
}

const WIDTH = 300;
const HEIGHT = 56;
const GAP = 2;

/** A small chart of bars, which is read aloud as a list of the days that have any. */
export class BarChart extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: 56px;
    }
    rect {
      fill: var(--wa-color-brand-fill-loud);
    }
    rect.none {
      fill: var(--wa-color-surface-border);
    }
    ul {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;

  @property({attribute: false}) bars: readonly Bar[] = [];
  /** What is counted, such as “calls”. */
  @property() unit = '';

  protected override render() {
    const most = Math.max(1, ...this.bars.map(({value}) => value));
    const step = WIDTH / Math.max(1, this.bars.length);
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${this.bars.map(({label, value}, index) => {
          const height = value === 0 ? 1.5 : Math.max(3, (value / most) * HEIGHT);
          return svg`<rect class=${value === 0 ? 'none' : ''} x=${index * step} y=${HEIGHT - height}
            width=${Math.max(1, step - GAP)} height=${height} rx="1"
            ><title>${label}: ${value} ${this.unit}</title></rect>`;
        })}
      </svg>
      <ul>
        ${this.bars
          .filter(({value}) => value > 0)
          .map(({label, value}) => html`<li>${label}: ${value} ${this.unit}</li>`)}
      </ul>`;
  }
}

customElements.define('aiw-bar-chart', BarChart);
