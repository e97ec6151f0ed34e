import {html, type TemplateResult} from 'lit';
import {parseMarkdown, type Block, type Inline, type ListItem} from '../../markdown/index.js';
import {pathOf} from '../../navigation/destination.js';
import {icon} from '../shared/icons.js';
import {linkTarget} from './link.js';

/** What links in a message need. */
export interface LinkHost {
  /** Takes the visitor to a path of this site. */
  visit(path: string): void;
  /** Said of a link that opens a new tab. */
  newTab: string;
}

/** An agent's Markdown as elements; every word of it ends up in a text node. */
export function richText(markdown: string, isFinal: boolean, host: LinkHost): TemplateResult[] {
  const block = (part: Block): TemplateResult => {
    switch (part.type) {
      case 'codeBlock':
        return html`<pre tabindex="0"><code>${part.text}</code></pre>`;
      case 'bulletList':
        return html`<ul>
          ${part.items.map(item)}
        </ul>`;
      case 'orderedList':
        return html`<ol start=${part.start}>
          ${part.items.map(item)}
        </ol>`;
      case 'heading':
        return html`<p><strong>${part.content.map(inline)}</strong></p>`;
      case 'paragraph':
        return html`<p>${part.content.map(inline)}</p>`;
    }
  };
  const item = ({content, children}: ListItem) =>
    html`<li>${content.map(inline)}${children.map(block)}</li>`;
  const inline = (part: Inline): TemplateResult | string => {
    switch (part.type) {
      case 'text':
        return part.text;
      case 'code':
        return html`<code>${part.text}</code>`;
      case 'strong':
        return html`<strong>${part.content.map(inline)}</strong>`;
      case 'emphasis':
        return html`<em>${part.content.map(inline)}</em>`;
      case 'link':
        return link(part.href, part.content.map(inline), host);
    }
  };
  return parseMarkdown(markdown, {isUnfinished: !isFinal}).map(block);
}

function link(href: string, words: unknown, {visit, newTab}: LinkHost): TemplateResult {
  const target = linkTarget(href, location.href);
  if (!target) return html`${words}`;
  const {url, isHere} = target;
  const follow = (event: MouseEvent) => {
    // The visitor's own way to a new tab stays.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    visit(pathOf(url));
  };
  return isHere
    ? html`<a href=${url.href} @click=${follow}>${words}</a>`
    : html`<a href=${url.href} target="_blank" rel="noopener noreferrer" title=${url.host}
        >${words}<span class="out">${icon('external')}</span><span class="sr"> (${newTab})</span></a
      >`;
}
