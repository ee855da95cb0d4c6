import { lazyView } from '../ui/lazyView.tsx';
import type { FileListProps } from './FileList.tsx';

/** Shows only the names until the list has loaded, or if it cannot load. */
function Names({ files, draft }: FileListProps) {
  return (
    <ul>
      {files.of(draft).map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}

const FileList = lazyView(() => import('./FileList.tsx').then((one) => one.FileList), Names);

/** The files of a draft; renders nothing without files. */
export function Files(props: FileListProps) {
  return props.files.of(props.draft).length > 0 && <FileList {...props} />;
}
