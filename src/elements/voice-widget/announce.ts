import type {Announcement} from '../../call/effects.js';
import {
  AiwCallEndEvent,
  AiwCallStartEvent,
  AiwCaptureEvent,
  AiwErrorEvent,
  AiwMessageEvent,
} from '../../events.js';

/** Tells the host page what a call announced. */
export function announce(target: EventTarget, announcement: Announcement): void {
  target.dispatchEvent(eventOf(announcement));
}

function eventOf(announcement: Announcement): Event {
  switch (announcement.type) {
    case 'call-start':
      return new AiwCallStartEvent();
    case 'call-end':
      return new AiwCallEndEvent(announcement.reason);
    case 'message':
      return new AiwMessageEvent(announcement.id, announcement.role);
    case 'capture':
      return new AiwCaptureEvent(announcement.kind, announcement.source);
    case 'error':
      return new AiwErrorEvent(announcement.problem);
  }
}
