import { Paperclip } from 'lucide';
import { useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

interface FileButtonProps {
  label: string;
  /** Media types that the system's file dialog offers. */
  accept: string;
  /** Shows only the icon. */
  iconOnly?: boolean;
  onFiles: (files: File[]) => void;
}

/** Opens the system's file dialog, which also offers the camera on phones. */
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
          currentTarget.value = ''; // allows the same file to be chosen again
        }}
      />
    </>
  );
}
