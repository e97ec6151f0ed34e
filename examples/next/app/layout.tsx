import type {Metadata} from 'next';
import {connection} from 'next/server';
import type {ReactNode} from 'react';
import {NavLink} from '../components/NavLink';
import {Playground} from '../components/Playground';
import {backendUrl, token} from '../lib/settings';
import './site.css';

export const metadata: Metadata = {title: 'Fernhill', icons: 'data:,'};

/** Rendered on the server, for each request: a page with a nonce cannot be built beforehand. */
export default async function Layout({children}: {children: ReactNode}) {
  await connection();
  return (
    <html lang="en">
      <body>
        <header>
          <NavLink href="/">Fernhill</NavLink>
          <NavLink href="/pricing">Pricing</NavLink>
          <NavLink href="/contact">Contact</NavLink>
        </header>
        <main>{children}</main>
        <Playground token={token} backendUrl={backendUrl} />
      </body>
    </html>
  );
}
