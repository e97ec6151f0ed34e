import {sendKeys, sendMouse} from '@web/test-runner-commands';

/** Clicks the middle of an element with a real mouse. */
export async function press(element: Element): Promise<void> {
  element.scrollIntoView({block: 'nearest'});
  // Of words that go over two lines, the first: the middle of both may lie beside them.
  const [first = element.getBoundingClientRect()] = element.getClientRects();
  const {left, top, width, height} = first;
  await sendMouse({
    type: 'click',
    position: [Math.round(left + width / 2), Math.round(top + height / 2)],
  });
}

/** Types on a real keyboard, into whatever has focus. */
export const type = (text: string): Promise<void> => sendKeys({type: text});

/** Presses one key, such as `Enter` or `Escape`. */
export const key = (name: string): Promise<void> => sendKeys({press: name});
