import type {TemplateResult} from 'lit';

/** One state of one element, shown alone. */
export interface Story {
  /** Unique within its file; also the name of its screenshot. */
  name: string;
  render: () => TemplateResult;
}

/** Values that a property of the element may have, where they are few; the workbench lets choose. */
export type Choices = Readonly<Record<string, readonly string[]>>;
