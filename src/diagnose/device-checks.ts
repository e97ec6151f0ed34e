import type {Facts} from './ports.js';
import {fail, ok, unknown, warn, type Outcome} from './report.js';

export function checkMicrophone({page, trials: {resolve}}: Facts): Outcome {
  if (resolve.hasVoice === false) return ok('The widget is for writing: no microphone is needed.');
  if (!page.isSecure) return unknown('Only a secure page gets one: see secure-context.');
  if (page.policyAllowsMicrophone === false)
    return unknown('The page may not use one: see permissions-policy.');
  if (page.microphonePermission === 'denied') {
    return fail(
      'The visitor or the browser has blocked the microphone for this site.',
      "Allow it in the browser's site settings: the icon beside the address.",
    );
  }
  if (page.microphones === 0) {
    return warn(
      'The browser knows no microphone.',
      'Connect one, or enable it in the system settings.',
    );
  }
  if (page.microphonePermission === 'granted') return ok('It is allowed, and there is one.');
  return page.microphonePermission === null
    ? unknown('This browser does not tell before it has asked.')
    : ok('The browser will ask at the first call.');
}

export function checkAutoplay({page}: Facts): Outcome {
  if (!page.hasAudio)
    return fail(
      'This browser plays no audio.',
      'The call goes on in writing; use a current browser.',
    );
  if (page.mayPlay === null)
    return unknown('This browser does not tell; sound begins with the press that starts a call.');
  return page.mayPlay
    ? ok('Sound may be played.')
    : ok('Sound will begin with the press that starts a call, as it should.');
}
