import {css} from 'lit';

/** Centred, and still where it is while words come and go beneath the orb. */
export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    align-items: center;
    padding: clamp(16px, 13cqb, 72px) 8px 12px;
    text-align: center;
  }
  aiw-orb {
    --aiw-orb-size: clamp(44px, 31cqb, 120px);
    flex: none;
  }
  .captions {
    display: flex;
    flex-direction: column;
    gap: 10px;
    inline-size: 100%;
    margin-block: clamp(16px, 9cqb, 44px) clamp(8px, 5cqb, 24px);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
    animation: rise 0.2s ease-out;
  }
  .before,
  .visitor {
    color: var(--_dim);
  }
  .now {
    font-size: 19px;
    line-height: 1.42;
    letter-spacing: -0.008em;
    color: var(--_ink);
  }
  .long {
    font-size: 17px;
  }
  span {
    color: var(--_dim);
  }
  .you {
    display: block;
    font-size: 12px;
    font-weight: 600;
    letter-spacing: 0.02em;
    color: var(--_dim);
  }
  .primary {
    padding-inline: 20px 24px;
    min-block-size: 48px;
    border-radius: 24px;
  }
  /* Over an on-screen keyboard there may be no room for both, and the words come first. */
  @container (max-height: 240px) {
    aiw-orb {
      display: none;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
`;
