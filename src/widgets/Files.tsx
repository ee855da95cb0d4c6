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

/** The files of a draft, and the last removed one; renders nothing without files. */
export function Files(props: FileListProps) {
  const { files, draft } = props;
  const isShown = files.of(draft).length > 0 || files.removedFrom(draft) !== undefined;
  return isShown && <FileList {...props} />;
}
