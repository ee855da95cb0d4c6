import { Paperclip } from 'lucide';
import { useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

interface FileButtonProps {
  label: string;
  /** Media types that the system's dialog offers. */
  accept: string;
  /** Shows only the icon. */
  iconOnly?: boolean;
  onFiles: (files: File[]) => void;
}

/** Opens the system's file dialog; on phones that offers the camera too. */
export function FileButton({ label, accept, iconOnly = false, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const open = () => input.current?.click();
  return (
    <>
      {iconOnly ? (
        <IconButton icon={Paperclip} label={label} onPress={open} />
      ) : (
        <Button size="small" icon={Paperclip} onPress={open}>
          {label}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={label}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}
