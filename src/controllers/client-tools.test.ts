import {expect} from '@open-wc/testing';
import {FakeClock, settle} from '../../testing/fixtures/fake-clock.js';
import {consoleLines} from '../../testing/harness/console-lines.js';
import {ClientTools} from './client-tools.js';

const PARAMETERS = {
  type: 'object',
  required: ['id'],
  properties: {id: {type: 'string'}},
};

/** Functions of a page, time that stands still, and what was said in the console. */
function fixture() {
  const tools = new ClientTools();
  const clock = new FakeClock();
  const {lines, restore} = consoleLines();
  return {
    tools,
    clock,
    lines,
    /** Declares one function and calls it; a name of its own, as each line is said once a page. */
    call(name: string, tool: object, args: Record<string, unknown> = {id: '7'}) {
      tools.declare({[name]: {description: 'Looks something up', parameters: PARAMETERS, ...tool}});
      return tools.run(name, args, clock);
    },
    leave() {
      tools.stop();
      restore();
    },
  };
}

describe('functions of a page', () => {
  let test: ReturnType<typeof fixture>;
  beforeEach(() => (test = fixture()));
  afterEach(() => test.leave());

  describe('declared', () => {
    it('are told to the agent without their code', () => {
      const handler = () => 'found';
      expect(test.tools.declare({look_up: {description: 'Looks up', handler}})).to.equal(true);
      expect(test.tools.declared).to.deep.equal([
        {name: 'look_up', description: 'Looks up', parameters: {type: 'object', properties: {}}},
      ]);
    });

    it('as they were before need not be told again, and null takes them away', () => {
      const declare = () => test.tools.declare({a: {description: 'A', handler: () => 1}});
      expect([declare(), declare(), test.tools.declare(null)]).to.deep.equal([true, false, true]);
      expect(test.tools.declared).to.deep.equal([]);
    });

    it('have a minute at most', () => {
      const tool = {description: 'A', handler: () => 1};
      test.tools.declare({slow: {...tool, timeoutMs: 3_600_000}, quick: {...tool, timeoutMs: -5}});
      expect(test.tools.declared.map(({timeoutMs}) => timeoutMs)).to.deep.equal([60_000, 1]);
    });

    const good = {description: 'Looks up', handler: () => 1};
    const WRONG: readonly [name: string, tool: unknown, fault: string][] = [
      ['wrong name', good, 'its name has to be 1 to 64 letters, digits, _ or -'],
      ['navigate', good, 'the agent has a tool of that name; choose another'],
      ['no-handler', {description: 'x'}, 'its handler has to be a function'],
      ['no-words', {handler: () => 1}, 'it needs a description'],
      ['no-object', {...good, parameters: {type: 'string'}}, 'its parameters have to be a JSON'],
      ['too-much', {...good, description: 'x'.repeat(40_000)}, 'a page may declare 32 tools, of'],
    ];
    for (const [name, tool, fault] of WRONG) {
      it(`leave out “${name}”, with the reason, and keep the others`, () => {
        test.tools.declare({[name]: tool, kept: good});
        expect(test.tools.declared.map(each => each.name)).to.deep.equal(['kept']);
        const [line] = test.lines;
        expect(line).to.include(`[aiw:tools] The tool ${name} is left out: ${fault}`);
        expect(test.lines).to.have.lengthOf(1);
      });
    }

    it('are 32 at most', () => {
      const many = Array.from({length: 33}, (_, index) => [`tool${index}`, good] as const);
      test.tools.declare(Object.fromEntries(many));
      expect(test.tools.declared).to.have.lengthOf(32);
      expect(test.lines).to.have.lengthOf(1);
    });

    it('as a list are refused in one line', () => {
      test.tools.declare([good]);
      expect(test.tools.declared).to.deep.equal([]);
      expect(test.lines).to.have.lengthOf(1);
      expect(test.lines[0]).to.match(/^\[aiw:tools\] Client tools are ignored: give them by name/);
    });
  });

  describe('called', () => {
    it('answer now or later, and nothing is null', async () => {
      expect(await test.call('now', {handler: ({id}: {id: string}) => ({id})})).to.deep.equal({
        result: {id: '7'},
      });
      expect(await test.call('later', {handler: () => Promise.resolve([1])})).to.deep.equal({
        result: [1],
      });
      expect(await test.call('nothing', {handler: () => undefined})).to.deep.equal({result: null});
      expect(test.lines).to.deep.equal([]);
    });

    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const FAILING: readonly [code: string, what: string, tool: object, args?: object][] = [
      ['TOOL_ARGUMENTS_INVALID', 'lacking', {handler: () => 1}, {}],
      ['TOOL_ARGUMENTS_INVALID', 'of-another-type', {handler: () => 1}, {id: 7}],
      [
        'TOOL_FAILED',
        'throwing',
        {
          handler: () => {
            throw new Error('secret');
          },
        },
      ],
      ['TOOL_FAILED', 'rejecting', {handler: () => Promise.reject(new Error('secret'))}],
      ['TOOL_RESULT_INVALID', 'circular', {handler: () => cycle}],
      ['TOOL_RESULT_INVALID', 'big', {handler: () => 'x'.repeat(9_000)}],
    ];
    for (const [code, name, tool, args] of FAILING) {
      it(`end in ${code} where “${name}”, told to the developer without what was in it`, async () => {
        const outcome = await test.call(name, tool, args as Record<string, unknown> | undefined);
        expect(outcome).to.deep.equal({error: code});
        expect(test.lines).to.have.lengthOf(1);
        expect(test.lines[0]).to.match(new RegExp(`^\\[aiw:tools\\] ${name}: ${code}\\. `));
        expect(test.lines[0]).to.not.include('secret');
      });
    }

    it('by a name that is not declared end in TOOL_NOT_FOUND', async () => {
      const outcome = await test.tools.run('constructor', {}, test.clock);
      expect(outcome).to.deep.equal({error: 'TOOL_NOT_FOUND'});
    });

    it('end in TOOL_TIMEOUT once their time is over, and not before', async () => {
      let outcome: unknown;
      const running = test.call('hanging', {handler: () => new Promise(() => {}), timeoutMs: 500});
      void running.then(ended => (outcome = ended));
      await test.clock.advance(499);
      expect(outcome).to.equal(undefined);
      await test.clock.advance(1);
      expect(outcome).to.deep.equal({error: 'TOOL_TIMEOUT'});
      expect(test.clock.delays).to.deep.equal([]);
    });

    it('leave no timer behind once they have answered or the widget is gone', async () => {
      await test.call('quick', {handler: () => 1});
      expect(test.clock.delays).to.deep.equal([]);
      void test.call('pending', {handler: () => new Promise(() => {})});
      await settle();
      expect(test.clock.delays).to.deep.equal([10_000]);
      test.tools.stop();
      expect(test.clock.delays).to.deep.equal([]);
    });
  });
});
