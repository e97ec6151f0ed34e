import {isLocalHost} from '../admission/origin.js';
import type {WidgetSettings} from './widget.js';

/** Something to do, or to know, before a widget goes live. */
export interface Advice {
  /** Step of the wizard, from 1. */
  step: number;
  /** Whether it keeps visitors from getting what they are promised. */
  isNeeded: boolean;
  message: string;
}

/** Shorter knowledge answers hardly a question, in characters. */
const LITTLE_KNOWLEDGE = 200;

/** What a draft lacks. What cannot be saved is not in here: it was refused. */
export function adviceFor(settings: WidgetSettings): Advice[] {
  const {domain, pageUrl, knowledge, capture, consent, navigation} = settings;
  const found: Advice[] = [];
  const say = (step: number, isNeeded: boolean, message: string) =>
    void found.push({step, isNeeded, message});
  if (isLocalHost(domain)) say(1, false, 'The domain is this machine: nobody else can use it.');
  if (new URL(pageUrl).protocol === 'http:' && !isLocalHost(new URL(pageUrl).hostname)) {
    say(2, true, 'The page is plain HTTP: browsers give it no microphone. Serve it over HTTPS.');
  }
  if (!knowledge.trim()) say(4, true, 'The agent knows nothing yet. Import your pages, or write.');
  else if (knowledge.length < LITTLE_KNOWLEDGE) {
    say(4, false, 'The agent knows very little: it will often say that it does not know.');
  }
  if (navigation.enabled && navigation.targets.length === 0) {
    say(6, false, 'Guided navigation is on, and there is no page it may lead to.');
  }
  if (capture.kinds.length > 0 && !consent) {
    say(6, false, 'Contact details are asked for without a consent text.');
  }
  return found;
}
