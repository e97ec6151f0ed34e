import {nothing, svg, type SVGTemplateResult} from 'lit';
import {html, type TemplateResult} from 'lit';
import type {IconNode} from 'lucide';

/** An icon of lucide's set, in the size and colour of the text around it. It says nothing by itself. */
export function icon(node: IconNode, slot?: string): TemplateResult {
  return html`<svg
    slot=${slot ?? nothing}
    width="1.15em"
    height="1.15em"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.9"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${node.map(([tag, attributes]) => part(tag, attributes))}
  </svg>`;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function part(tag: string, a: Attributes): SVGTemplateResult | typeof nothing {
  switch (tag) {
    case 'path':
      return svg`<path d=${a['d'] ?? nothing}></path>`;
    case 'circle':
      return svg`<circle cx=${a['cx'] ?? 0} cy=${a['cy'] ?? 0} r=${a['r'] ?? 0}></circle>`;
    case 'line':
      return svg`<line x1=${a['x1'] ?? 0} y1=${a['y1'] ?? 0} x2=${a['x2'] ?? 0} y2=${a['y2'] ?? 0}></line>`;
    case 'rect':
      return svg`<rect x=${a['x'] ?? 0} y=${a['y'] ?? 0} rx=${a['rx'] ?? 0} width=${a['width'] ?? 0} height=${a['height'] ?? 0}></rect>`;
    case 'polyline':
    case 'polygon':
      return svg`<polyline points=${a['points'] ?? ''}></polyline>`;
    default:
      return nothing;
  }
}
