'use client';

import Link from 'next/link';
import {usePathname} from 'next/navigation';

export function NavLink({href, children}: {href: string; children: string}) {
  const isHere = usePathname() === href;
  return (
    <Link href={href} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}
