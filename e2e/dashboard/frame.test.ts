/** The dashboard's frame: addresses, signing in, roles, what is not saved, keyboard and screen reader. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {HostSite, page as hostPage} from '../../testing/journey/host.js';
import {faultsOf} from '../../testing/journey/axe.js';
import {Operator, OPERATOR} from '../../testing/journey/operator.js';
import {ServerProcess} from '../../testing/journey/server.js';

let server: ServerProcess;
let owner: Operator;
let id: string;

describe('the dashboard', {timeout: 120_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
    owner = await Operator.first(server);
    ({id} = await owner.api<{id: string}>('POST', '/widgets', {domain: 'acme.com'}));
  });
  after(async () => {
    await owner.close();
    await server.close();
  });
  afterEach(() => assert.deepEqual(owner.console.splice(0), []));

  it('keeps every address through reload, back and a shared link', async () => {
    const {page} = owner;
    await owner.goTo('/');
    await page.getByRole('link', {name: /acme\.com/}).click();
    await page.getByRole('heading', {name: 'Which website is it for?'}).waitFor();
    await page.getByRole('link', {name: /Knowledge/}).click();
    await page.getByRole('heading', {name: 'What does it know?'}).waitFor();
    assert.equal(new URL(page.url()).pathname, `/dashboard/widgets/${id}/setup/4`);
    await page.reload();
    await page.getByRole('heading', {name: 'What does it know?'}).waitFor();
    await page.goBack();
    await page.getByRole('heading', {name: 'Which website is it for?'}).waitFor();
    await page.goBack();
    await page.getByRole('heading', {name: 'Widgets'}).waitFor();
  });

  it('asks a stranger to sign in, and then leads to where the link led', async () => {
    const other = await Operator.arrive(server);
    const {page} = other;
    await other.goTo(`/widgets/${id}/setup/3`);
    await page.getByLabel('Email address').fill(OPERATOR.email);
    await page.getByLabel('Password', {exact: true}).fill('not the password');
    await page.getByRole('button', {name: 'Sign in'}).click();
    await page
      .getByRole('alert')
      .getByText(/do not belong together/)
      .waitFor();
    await page.getByLabel('Password', {exact: true}).fill(OPERATOR.password);
    await page.getByRole('button', {name: 'Sign in'}).click();
    await page.getByRole('heading', {name: 'Who is the agent?'}).waitFor();
    await page.getByRole('button', {name: 'Sign out'}).click();
    await page.getByRole('heading', {name: 'Sign in'}).waitFor();
    await other.goTo('/leads');
    await page.getByRole('heading', {name: 'Sign in'}).waitFor();
    await other.close();
  });

  it('loses nothing silently: what is not saved is asked about', async () => {
    const {page} = owner;
    await owner.goTo(`/widgets/${id}/setup/2`);
    await page.getByRole('link', {name: /Agent/}).click();
    await page.getByLabel('Name', {exact: true}).fill('Robin');
    await page.getByRole('link', {name: 'Leads'}).click();
    const question = page.getByRole('dialog', {name: 'Leave without saving?'});
    await question.waitFor();
    await page.getByRole('button', {name: 'Cancel'}).click();
    await question.waitFor({state: 'hidden'});
    assert.equal(await page.getByLabel('Name', {exact: true}).inputValue(), 'Robin');
    await page.goBack();
    await question.waitFor();
    await page.getByRole('button', {name: 'Leave'}).click();
    await page.getByRole('heading', {name: 'On which page will it stand first?'}).waitFor();
    const {settings} = await owner.api<{settings: {agent: {name: string}}}>(
      'GET',
      `/widgets/${id}`,
    );
    assert.equal(settings.agent.name, 'Ava');
  });

  it('says what is wrong with a field, and keeps what was typed', async () => {
    const {page} = owner;
    await owner.goTo(`/widgets/${id}/setup/2`);
    const field = page.getByLabel('Address of the page');
    await field.fill('https://other.example/');
    await page.getByRole('button', {name: 'Save and continue'}).click();
    await page.getByRole('alert').getByText('must be a page on acme.com').waitFor();
    assert.equal(await field.inputValue(), 'https://other.example/');
    await field.fill('https://www.acme.com/');
    await page.getByRole('button', {name: 'Save and continue'}).click();
    await page.getByRole('heading', {name: 'Who is the agent?'}).waitFor();
  });

  it('is gone through by keyboard alone, from the domain to going live', async () => {
    const host = await HostSite.start({
      '/': hostPage('<main><h1>Tea</h1><p>We sell green tea, black tea and white tea.</p></main>'),
    });
    const {page} = owner;
    const {keyboard} = page;
    const heading = (name: string) => page.getByRole('heading', {name}).waitFor();
    /** Presses Tab until a control of this name has the focus. */
    const tabTo = async (name: RegExp) => {
      for (let count = 0; count < 60; count++) {
        if (name.test(await focusedName(owner))) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab never leads to ${name}.`);
    };
    const press = async (name: RegExp) => {
      await tabTo(name);
      await keyboard.press('Enter');
    };
    await owner.goTo('/new');
    await heading('Which website is it for?');
    await tabTo(/^Domain/);
    await keyboard.type('localhost');
    await keyboard.press('Enter');
    await heading('On which page will it stand first?');
    await tabTo(/^Address of the page/);
    await keyboard.press('Control+A');
    await keyboard.type(host.url('/'));
    await press(/^Save and continue/);
    await heading('Who is the agent?');
    await press(/^Continue/);
    await heading('What does it know?');
    await press(/^Read my pages/);
    await page.getByText('Read: 1 page').waitFor();
    await press(/^Save and continue/);
    await heading('How does it look?');
    await press(/^#0f766e/);
    await press(/^Save and continue/);
    await heading('How does it talk?');
    await press(/^Continue/);
    await page.getByText('Contact details are asked for without').waitFor();
    await press(/^Go live/);
    await page.getByText('Waiting for the first page that has it.').waitFor();
    await host.close();
  });

  for (const [name, look] of [
    ['in light', {}],
    ['in dark, on a phone', {colorScheme: 'dark', viewport: {width: 390, height: 780}}],
  ] as const) {
    it(`axe finds nothing, and nothing is wider than the window, ${name}`, async () => {
      const other = await Operator.arrive(server, look);
      const {page} = other;
      await other.goTo('/sign-in');
      await page.getByLabel('Email address').waitFor();
      assert.deepEqual(await faultsOf(page), [], 'sign-in');
      const {url} = await owner.api<{url: string}>('POST', '/invites', {role: 'viewer'});
      await page.goto(url);
      await page.getByLabel('Your name').waitFor();
      assert.deepEqual(await faultsOf(page), [], 'join');
      await other.goTo('/sign-in');
      await page.getByLabel('Email address').waitFor();
      await page.getByLabel('Email address').fill(OPERATOR.email);
      await page.getByLabel('Password', {exact: true}).fill(OPERATOR.password);
      await page.getByRole('button', {name: 'Sign in'}).click();
      await page.getByRole('heading', {name: 'Widgets'}).waitFor();
      await owner.api('POST', `/widgets/${id}/publish`);
      await owner.api('PATCH', `/widgets/${id}/draft`, {name: 'Acme tea'});
      const steps = [1, 2, 3, 4, 5, 6, 7].map(step => `/widgets/${id}/setup/${step}`);
      for (const path of ['/', '/new', `/widgets/${id}`, ...steps, '/nowhere']) {
        await other.goTo(path);
        await page.locator('aiw-dashboard main h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await faultsOf(page), [], path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(width <= 0, `${path} is ${width} px too wide`);
      }
      assert.deepEqual(other.console, []);
      await other.close();
    });
  }
});

/** Name of the control that has the focus, in whatever shadow it is. */
function focusedName({page}: Operator): Promise<string> {
  return page.evaluate(() => {
    let element: Element | null = document.activeElement;
    let label = '';
    while (element) {
      label = element.getAttribute('aria-label') ?? element.getAttribute('label') ?? label;
      const inner: Element | null = element.shadowRoot?.activeElement ?? null;
      if (!inner) break;
      element = inner;
    }
    const host =
      element?.getRootNode() instanceof ShadowRoot && (element.getRootNode() as ShadowRoot).host;
    const text = element?.textContent?.trim() || (host && host.textContent?.trim()) || '';
    return (label || text).trim();
  });
}
