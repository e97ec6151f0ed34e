import {css} from 'lit';

/**
 * The orb at rest, which is all that a page pays for before a call.
 *
 * One accent makes every colour; only transform and opacity move, so the compositor does it alone.
 */
export const styles = css`
  :host {
    display: inline-block;
    inline-size: var(--aiw-orb-size, 60px);
    block-size: var(--aiw-orb-size, 60px);
    --_a: var(--aiw-accent, #3d63f5);
    --_hi: color-mix(in oklch, var(--_a), #fff 58%);
    --_lo: color-mix(in oklch, var(--_a), #000 52%);
    --_soft: color-mix(in oklch, var(--_a), #fff 22%);
    --_warm: oklch(from var(--_a) calc(l + 0.1) calc(c * 1.3) calc(h + 54));
    --_cool: oklch(from var(--_a) calc(l + 0.2) calc(c * 1.3) calc(h - 52));
  }
  :host([hidden]) {
    display: none;
  }
  div,
  i,
  svg {
    position: absolute;
    inset: 0;
    border-radius: 50%;
    pointer-events: none;
    transition:
      opacity 0.25s,
      filter 0.25s;
  }
  [part] {
    --_l: 0;
    position: relative;
    block-size: 100%;
    font-size: var(--aiw-orb-size, 60px);
    animation: breathe 5s ease-in-out infinite alternate;
  }
  .glow {
    inset: -36%;
    background: radial-gradient(
      closest-side,
      var(--_soft) 40%,
      color-mix(in oklch, var(--_a), transparent 88%) 72%,
      #0000
    );
    opacity: 0.36;
    translate: 0 5%;
  }
  .core {
    overflow: hidden;
    background: radial-gradient(circle at 34% 24%, var(--_hi), var(--_a) 50%, var(--_lo));
    transform: scale(calc(1 + var(--_l) * 0.1));
  }
  .swirl i {
    inset: -18%;
    background: radial-gradient(closest-side at 36% 38%, var(--_warm) 8%, #0000);
    animation: turn 17s linear infinite;
  }
  .swirl i + i {
    background: radial-gradient(closest-side at 70% 62%, var(--_cool) 8%, #0000);
    animation: turn 11s linear infinite reverse;
  }
  .swirl i + i + i {
    background: radial-gradient(closest-side at 40% 74%, var(--_hi), #0000);
    animation-duration: 23s;
  }
  .gloss {
    background:
      radial-gradient(ellipse 46% 30% at 42% 14%, #ffffffd0, #fff0),
      radial-gradient(ellipse 60% 34% at 56% 102%, var(--_hi), #0000),
      radial-gradient(circle at 42% 34%, #0000 50%, var(--_lo) 108%);
    box-shadow: inset 0 0.012em 0.03em #ffffffb3;
  }

  @keyframes breathe {
    to {
      transform: scale(1.035);
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion) {
    [part],
    [part] * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .core {
      border: 2px solid;
      background: Canvas;
    }
    .swirl,
    .gloss {
      display: none;
    }
  }
`;
