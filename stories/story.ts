import type {TemplateResult} from 'lit';

/** One state of one element, shown alone. */
export interface Story {
  /** Unique within its file; also the name of its screenshot. */
  name: string;
  render: () => TemplateResult;
}
