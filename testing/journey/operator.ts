import type {Page, ViewportSize} from 'playwright-core';
import {newProfile} from './browsers.js';
import type {ServerProcess} from './server.js';

/** Of every operator of the journeys. */
export const OPERATOR = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'correct horse battery',
} as const;

const EXPECTED = /^Failed to load resource|^Autofocus processing/;

/** A person in a real browser in front of the dashboard. */
export class Operator {
  readonly page: Page;
  /** What the console said, but for what browsers say of every refused request. */
  readonly console: string[] = [];
  readonly #server: ServerProcess;

  private constructor(page: Page, server: ServerProcess) {
    this.#server = server;
    this.page = page;
    page.setDefaultTimeout(15_000);
    page.on('console', message => {
      if (!EXPECTED.test(message.text())) this.console.push(message.text());
    });
    page.on('pageerror', error => this.console.push(`uncaught: ${error.message}`));
  }

  /** Comes with a profile of their own, on no page yet. */
  static async arrive(
    server: ServerProcess,
    {
      viewport = {width: 1280, height: 860},
      colorScheme = 'light',
    }: {viewport?: ViewportSize; colorScheme?: 'light' | 'dark'} = {},
  ): Promise<Operator> {
    const context = await newProfile(
      {},
      {
        ...{viewport, colorScheme, locale: 'en-GB', timezoneId: 'UTC'},
        permissions: ['clipboard-read', 'clipboard-write'],
      },
    );
    return new Operator(await context.newPage(), server);
  }

  /** The first operator of a new server: joins by the link of its terminal, and is signed in. */
  static async first(
    server: ServerProcess,
    options: Parameters<typeof Operator.arrive>[1] = {},
  ): Promise<Operator> {
    const operator = await Operator.arrive(server, options);
    await operator.joins(server.setUpUrl);
    return operator;
  }

  /** Makes an account by a link. */
  async joins(url: string, {name, email, password} = {...OPERATOR} as Person): Promise<void> {
    const {page} = this;
    await page.goto(url);
    await page.getByLabel('Your name').fill(name);
    const address = page.getByLabel('Email address');
    if (await address.isEditable()) await address.fill(email);
    await page.getByLabel('Password', {exact: true}).fill(password);
    await page.getByRole('button', {name: 'Continue'}).click();
    await page.getByRole('navigation', {name: 'Main'}).waitFor();
  }

  /** Goes to an address below `/dashboard`, as one does by a bookmark. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.#server.url}/dashboard${path}`);
  }

  /** Asks the operators' API with this browser's cookie. */
  async api<Answer>(method: string, path: string, data?: unknown): Promise<Answer> {
    const response = await this.page.request.fetch(`${this.#server.url}/api/operator${path}`, {
      method,
      ...(data !== undefined && {data}),
    });
    const text = await response.text();
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text}`);
    return (text ? JSON.parse(text) : null) as Answer;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

interface Person {
  name: string;
  email: string;
  password: string;
}
