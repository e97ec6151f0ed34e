import type {Appearance} from '../../contract/index.js';

/** How a widget looks, with nothing left open. */
export type Look = Required<Pick<Appearance, 'placement' | 'variant' | 'colorScheme'>>;

/** What somebody asks for, known or not. */
export type Wishes = Readonly<Partial<Record<keyof Look, unknown>>>;

const PLACEMENTS = ['bottom-right', 'bottom-left', 'top-right', 'top-left', 'inline'] as const;
const VARIANTS = ['orb', 'pill', 'panel'] as const;
const SCHEMES = ['auto', 'light', 'dark'] as const;

/** The look that the element's attributes ask for, else the operator's, else the default. A panel stands inline. */
export function lookOf(own: Wishes, operators: Wishes): Look {
  const variant = choose(VARIANTS, own.variant, operators.variant);
  const placement = choose(PLACEMENTS, own.placement, operators.placement);
  return {
    variant,
    placement: variant === 'panel' ? 'inline' : placement,
    colorScheme: choose(SCHEMES, own.colorScheme, operators.colorScheme),
  };
}

/** The first wish that is known; else the first value. */
function choose<Value extends string>(
  values: readonly [Value, ...Value[]],
  ...wishes: unknown[]
): Value {
  const isKnown = (wish: unknown): wish is Value => values.some(value => value === wish);
  return wishes.find(isKnown) ?? values[0];
}
