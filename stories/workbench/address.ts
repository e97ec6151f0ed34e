import {STORIES} from '../all.js';
import {sheetAddress, sheetQuery, type SheetAddress} from '../sheet/address.js';

/** One story in the workbench, and how it is looked at; all of a file's where `story` is absent. */
export interface View {
  file: string;
  story: string | undefined;
  scheme: 'light' | 'dark';
  dir: 'ltr' | 'rtl';
  width: 'phone' | 'desktop';
  changes: Readonly<Record<string, string>>;
}

/** The view that the workbench's address asks for; the first story where it asks for none. */
export function viewOf(query: URLSearchParams): View {
  const {file, names, scheme, dir, changes} = sheetAddress(query);
  const [first = ''] = Object.keys(STORIES);
  const known = file !== undefined && file in STORIES ? file : first;
  const name = STORIES[known]?.find(story => names?.includes(story.name))?.name;
  return {
    file: known,
    story: name ?? (file === known ? undefined : STORIES[known]?.[0]?.name),
    scheme: scheme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
    dir,
    width: query.get('width') === 'phone' ? 'phone' : 'desktop',
    changes,
  };
}

/** The address that {@link viewOf} reads. */
export function addressOf(view: View): string {
  const query = sheetQuery({...sheetOf(view), alone: false});
  if (view.width === 'phone') query.set('width', 'phone');
  return `?${query}`;
}

/** The address of what the frame shows. */
export function frameOf(view: View): string {
  return `sheet.html?${sheetQuery(sheetOf(view))}`;
}

function sheetOf({file, story, scheme, dir, changes}: View): SheetAddress {
  const names = story === undefined ? undefined : [story];
  return {file, names, scheme, dir, alone: names !== undefined, changes};
}
