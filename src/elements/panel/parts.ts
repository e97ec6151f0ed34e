/** Parts of what is in the panel, passed on by each element in between. */
export const INNER_PARTS =
  'consent, agree, decline, header, avatar, name, status, type, mute, close, menu, menu-button, message, feedback, orb, captions, start, notice, composer, field, send, talk, hold, hang-up';

/** All that a page may style. */
export const PARTS = `card, disclosure, middle, latest, replies, reply, devices, pill, pill-field, pill-confirm, pill-dismiss, ${INNER_PARTS}`;
