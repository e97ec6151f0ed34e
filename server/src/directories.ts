import {fileURLToPath} from 'node:url';
import {existsSync} from 'node:fs';

/** Where the files lie that the server hands out. */
export interface Directories {
  /** Bundles of the widget. */
  embed: string;
  /** The built dashboard. */
  dashboard: string;
  /** The built demo site. */
  demo: string;
  /** `widget.json` and `knowledge.md` of the demo. */
  demoContent: string;
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** From `src/` and from `dist/` alike; a published package carries the widget in its own `dist/`. */
export function findDirectories(): Directories {
  const inProject = at('../../dist/embed');
  return {
    embed: existsSync(inProject) ? inProject : at('../dist/embed'),
    dashboard: at('../dist/dashboard'),
    demo: at('../dist/demo'),
    demoContent: at('../demo'),
  };
}
