import {css} from 'lit';

/** What the orb shows of a call; comes with the call where the launcher is first. */
export const callStyles = css`
  .ring {
    opacity: 0;
    border: max(1.5px, 0.02em) solid var(--_soft);
    box-sizing: border-box;
  }
  svg {
    inset: 27%;
    inline-size: 46%;
    opacity: 0;
    fill: none;
    stroke: #fff;
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .listening .ring {
    inset: -9%;
    opacity: 0.9;
    transform: scale(calc(1 + var(--_l) * 0.1));
  }
  .listening .two {
    inset: -16%;
    opacity: calc(0.15 + var(--_l) * 0.5);
    transition: none;
    transform: scale(calc(1 + var(--_l) * 0.2));
  }
  .speaking .core {
    transform: scale(calc(1 + var(--_l) * 0.16));
  }
  .speaking .glow {
    opacity: calc(0.4 + var(--_l) * 0.4);
    transition: none;
    transform: scale(calc(1 + var(--_l) * 0.28));
  }
  .speaking .ring {
    animation: wave 2s cubic-bezier(0.2, 0.6, 0.4, 1) infinite;
  }
  .speaking .two {
    animation-delay: 1s;
  }
  .connecting .ring,
  .thinking .ring {
    inset: -10%;
    border: 0;
    opacity: 1;
    background: conic-gradient(#0000 35%, var(--_a));
    mask: radial-gradient(closest-side, #0000 calc(100% - 0.045em), #000 calc(100% - 0.035em));
    animation: turn 1.1s linear infinite;
  }
  .connecting .two {
    opacity: 0;
  }
  .thinking .ring {
    background: conic-gradient(#0000 62%, var(--_warm));
    animation-duration: 1.6s;
  }
  .thinking .two {
    background: conic-gradient(#0000 62%, var(--_cool));
    animation-delay: -0.8s;
  }
  .thinking .swirl {
    animation: turn 1.7s linear infinite;
  }
  .muted .core,
  .failed .core {
    filter: grayscale(1) brightness(0.6);
  }
  .muted .glow,
  .failed .glow {
    opacity: 0;
  }
  .muted svg,
  .failed svg {
    opacity: 1;
  }
  .failed,
  .failed * {
    animation: none !important;
  }

  .reconnecting .core {
    opacity: 0.5;
  }
  .reconnecting .ring {
    inset: -8%;
    border-style: dashed;
    opacity: 1;
    animation: pulse 1.2s ease-in-out infinite alternate;
  }
  .reconnecting .two {
    display: none;
  }

  @keyframes wave {
    from {
      opacity: 0.9;
    }
    to {
      opacity: 0;
      transform: scale(1.5);
    }
  }
  @keyframes pulse {
    to {
      opacity: 0.25;
      transform: scale(1.05);
    }
  }
  @media (prefers-reduced-motion) {
    .connecting .ring,
    .thinking .ring {
      transform: rotate(0.6turn);
    }
    svg {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    svg {
      opacity: 1;
      stroke: CanvasText;
    }
  }
`;
