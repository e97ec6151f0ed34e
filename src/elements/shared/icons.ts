import {html} from 'lit';

const PATHS = {
  mic: 'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  micOff:
    'M15 9.5V6a3 3 0 0 0-5.7-1.3M9 9v3a3 3 0 0 0 5 2.2M5.5 11.5a6.5 6.5 0 0 0 10.6 5M18.5 11.5q0 1.4-.6 2.6M12 18v3M4 4l16 16',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M5.5 11.5L12 5l6.5 6.5',
  hangUp:
    'M3.2 14.4c-.8-.9-.9-2.2-.3-3.2C4.4 9 8 7.5 12 7.5s7.6 1.5 9.1 3.7c.6 1 .5 2.3-.3 3.2l-.8.9c-.5.5-1.2.7-1.9.4l-2.3-1c-.6-.3-1-.9-1-1.6v-1.3a11 11 0 0 0-5.6 0v1.3c0 .7-.4 1.3-1 1.6l-2.3 1c-.7.3-1.4.1-1.9-.4Z',
  keyboard:
    'M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6ZM7 10h.01M12 10h.01M17 10h.01M8.5 14h7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5M12 8h.01',
  alert: 'M12 4L2.8 20h18.4ZM12 10v4.5M12 17.3h.01',
  place:
    'M12 21s-7-5.6-7-11a7 7 0 0 1 14 0c0 5.4-7 11-7 11ZM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5V12l3 2',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  copy: 'M9.5 8.5h8A1.5 1.5 0 0 1 19 10v8a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 8 18v-8a1.5 1.5 0 0 1 1.5-1.5ZM5 15V6a1.5 1.5 0 0 1 1.5-1.5H15',
  external: 'M9 6h9v9M18 6L7 17',
  thumb:
    'M7.5 10.5V20M7.5 10.5L11 3.5a2.4 2.4 0 0 1 2.4 2.4v3.1h4.9a2 2 0 0 1 2 2.3l-1 7a2 2 0 0 1-2 1.7H5.5A1.5 1.5 0 0 1 4 18.5V12a1.5 1.5 0 0 1 1.5-1.5Z',
  restart: 'M4.5 12a7.5 7.5 0 1 0 2.3-5.4M4 4.5v3.5h3.5',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** An icon on a 24-unit square, drawn with the text's colour and silent to assistive technology. */
export const icon = (name: IconName) => drawing(PATHS[name]);

/** The same for a path of one's own: icons that only a later chunk shows live there. */
export const drawing = (path: string) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
