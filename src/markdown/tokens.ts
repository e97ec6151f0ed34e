/** A stretch of a line. */
export type Inline =
  | {type: 'text'; text: string}
  | {type: 'code'; text: string}
  | {type: 'strong' | 'emphasis'; content: readonly Inline[]}
  /** `href` is an http(s) address or a path from the site's root, as written: not judged further. */
  | {type: 'link'; href: string; content: readonly Inline[]};

/** One entry of a list with the lists nested in it. */
export interface ListItem {
  content: readonly Inline[];
  children: readonly Block[];
}

/** A part of a message; a `\n` in a text is a line break. */
export type Block =
  | {type: 'paragraph' | 'heading'; content: readonly Inline[]}
  | {type: 'codeBlock'; text: string}
  | {type: 'bulletList'; items: readonly ListItem[]}
  | {type: 'orderedList'; start: number; items: readonly ListItem[]};
