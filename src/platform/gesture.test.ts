import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {GestureGate} from './gesture.js';

/** A page with one button and a gate, and ways to press the button for real. */
function fixture() {
  const gate = new GestureGate(window);
  gate.connect();
  const button = document.createElement('button');
  button.textContent = 'Press';
  document.body.append(button);
  return {gate, button};
}

async function press(target: Element): Promise<void> {
  const {left, top, width, height} = target.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({type: 'click', position});
}

type Fixture = ReturnType<typeof fixture>;

/** What the gate says in `ask`, which the page calls from wherever the case says. */
async function answer(act: (fixture: Fixture, ask: () => void) => unknown): Promise<boolean> {
  const parts = fixture();
  try {
    return await new Promise<boolean>((resolve, reject) => {
      Promise.resolve(act(parts, () => resolve(parts.gate.isOpen()))).catch(reject);
    });
  } finally {
    parts.gate.disconnect();
    parts.button.remove();
  }
}
describe('the gesture gate opens', () => {
  it('in a click', async () => {
    const open = await answer(({button}, ask) => {
      button.addEventListener('click', ask);
      return press(button);
    });
    expect(open).to.be.true;
  });

  it('in a key press', async () => {
    const open = await answer(({button}, ask) => {
      button.addEventListener('keydown', ask);
      button.focus();
      return sendKeys({press: 'Enter'});
    });
    expect(open).to.be.true;
  });

  it('in a submit that a press has caused', async () => {
    const open = await answer(({button}, ask) => {
      const form = document.createElement('form');
      button.replaceWith(form);
      form.append(button);
      form.addEventListener('submit', event => {
        event.preventDefault();
        ask();
      });
      return press(button);
    });
    expect(open).to.be.true;
  });

  it('in a click inside a shadow tree, where there is no window.event', async () => {
    const open = await answer(({button}, ask) => {
      const host = document.createElement('div');
      button.replaceWith(host);
      host.attachShadow({mode: 'open'}).append(button);
      button.addEventListener('click', ask);
      return press(button);
    });
    expect(open).to.be.true;
  });
});

describe('the gesture gate stays shut', () => {
  it('outside of any event', async () => {
    expect(await answer((_, ask) => ask())).to.be.false;
  });

  it('in a synthetic click', async () => {
    const open = await answer(({button}, ask) => {
      button.addEventListener('click', ask);
      button.click();
    });
    expect(open).to.be.false;
  });

  it('in a synthetic click made inside a real one', async () => {
    const open = await answer(({button}, ask) => {
      const other = document.createElement('button');
      other.addEventListener('click', ask);
      button.addEventListener('click', () => other.click());
      return press(button);
    });
    expect(open).to.be.false;
  });

  it('in an event that the page dispatches inside a real click', async () => {
    const open = await answer(({button}, ask) => {
      window.addEventListener('pointerup', ask, {once: true});
      button.addEventListener('mousedown', () => window.dispatchEvent(new Event('pointerup')));
      return press(button);
    });
    expect(open).to.be.false;
  });

  for (const [where, defer] of [
    ['a timer', (ask: () => void) => setTimeout(ask, 0)],
    ['a frame callback', (ask: () => void) => requestAnimationFrame(ask)],
    ['a posted task', (ask: () => void) => void window.scheduler.postTask(ask)],
    ['code after an awaited fetch', (ask: () => void) => void fetch('/').then(ask)],
  ] as const) {
    it(`in ${where} that a real click has started`, async () => {
      const open = await answer(({button}, ask) => {
        button.addEventListener('click', () => defer(ask));
        return press(button);
      });
      expect(open).to.be.false;
    });
  }

  it('in a submit long after the press', async () => {
    const open = await answer(({button}, ask) => {
      const form = document.createElement('form');
      document.body.append(form);
      form.addEventListener('submit', event => {
        event.preventDefault();
        form.remove();
        ask();
      });
      button.addEventListener('click', ({timeStamp}) => {
        const wait = () =>
          performance.now() - timeStamp > 150 ? form.requestSubmit() : requestAnimationFrame(wait);
        wait();
      });
      return press(button);
    });
    expect(open).to.be.false;
  });

  it('once it has stopped listening', async () => {
    const {gate, button} = fixture();
    gate.disconnect();
    const host = document.createElement('div');
    button.replaceWith(host);
    host.attachShadow({mode: 'open'}).append(button);
    const open = new Promise<boolean>(resolve => {
      button.addEventListener('click', () => resolve(gate.isOpen()));
    });
    await press(button);
    expect(await open).to.be.false;
    host.remove();
  });
});

declare global {
  interface Window {
    scheduler: {postTask(callback: () => void): Promise<void>};
  }
}
