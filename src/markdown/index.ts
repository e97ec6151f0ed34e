/** The Markdown that an agent may write: read into tokens, never into HTML. */
export {parseMarkdown} from './blocks.js';
export {plainText} from './plain-text.js';
export type {Block, Inline, ListItem} from './tokens.js';
