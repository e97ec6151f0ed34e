import {css} from 'lit';

/**
 * Private tokens of every element but the orb, derived from the public ones:
 * both schemes from one accent, text at 4.5:1 or better on its surface.
 */
export const tokens = css`
  :host {
    --_accent: var(--aiw-accent, #3d63f5);
    --_surface: var(--aiw-surface, #fff);
    --_raised: #f3f4f7;
    --_ink: var(--aiw-ink, #16181d);
    --_dim: #5b606c;
    --_line: #e4e6eb;
    --_strong: color-mix(in oklch, var(--_accent), #000 12%);
    --_link: var(--_strong);
    --_danger: #d3222f;
    --_notice: #fff5e2;
    --_notice-ink: #6b4300;
    --_good: #0c7a43;
    --_on-strong: #fff;
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c h)) {
    :host {
      --_surface: var(--aiw-surface, light-dark(#fff, #17191f));
      --_raised: light-dark(#f3f4f7, #23262e);
      --_ink: var(--aiw-ink, light-dark(#16181d, #f1f2f5));
      --_dim: light-dark(#5b606c, #a3a9b6);
      --_line: light-dark(#e4e6eb, #31353f);
      /* A light accent stays as it is under black text; any other is darkened for white. */
      --_strong: oklch(
        from var(--_accent)
          calc(clamp(0, (l - 0.66) * 1000, 1) * l + clamp(0, (0.66 - l) * 1000, 1) * min(l, 0.54)) c
          h
      );
      --_on-strong: oklch(from var(--_accent) clamp(0, (0.66 - l) * 1000, 1) 0 0);
      --_link: light-dark(
        oklch(from var(--_accent) min(l, 0.5) c h),
        oklch(from var(--_accent) max(l, 0.78) min(c, 0.13) h)
      );
      --_danger: light-dark(#d3222f, #e0414c);
      --_notice: light-dark(#fff5e2, #3a2d14);
      --_notice-ink: light-dark(#6b4300, #ffd99a);
      --_good: light-dark(#0c7a43, #6fdc9f);
    }
  }
`;
