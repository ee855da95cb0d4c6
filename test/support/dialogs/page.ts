import { DialogPanel, Dialog as HeadlessDialog } from '@headlessui/react';
import MuiDialog from '@mui/material/Dialog';
import * as Radix from '@radix-ui/react-dialog';
import { createElement as h, type ReactElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Drawer } from 'vaul';

/**
 * A page with one modal dialog of each library. Each dialog contains a field. The test bundles it.
 */
const field = () => h('input', { 'aria-label': 'Name of the page' });

type Shown = (open: boolean, setOpen: (open: boolean) => void) => ReactElement;

const dialogs: Record<string, Shown> = {
  radix: (open, onOpenChange) =>
    h(
      Radix.Root,
      { open, onOpenChange },
      h(
        Radix.Portal,
        null,
        h(Radix.Overlay),
        h(Radix.Content, { 'aria-describedby': undefined }, h(Radix.Title, null, 'Edit'), field()),
      ),
    ),
  vaul: (open, onOpenChange) =>
    h(
      Drawer.Root,
      { open, onOpenChange },
      h(
        Drawer.Portal,
        null,
        h(Drawer.Overlay),
        h(
          Drawer.Content,
          { 'aria-describedby': undefined },
          h(Drawer.Title, null, 'Edit'),
          field(),
        ),
      ),
    ),
  mui: (open, setOpen) => h(MuiDialog, { open, onClose: () => setOpen(false) }, field()),
  headless: (open, setOpen) =>
    h(HeadlessDialog, { open, onClose: setOpen }, h(DialogPanel, null, field())),
};

function Page({ name }: { name: string }) {
  const [open, setOpen] = useState(false);
  return h(
    'main',
    null,
    h('button', { type: 'button', onClick: () => setOpen(true) }, 'Edit'),
    dialogs[name]?.(open, setOpen),
  );
}

const place = document.body.appendChild(document.createElement('div'));
createRoot(place).render(h(Page, { name: location.hash.slice(1) }));
