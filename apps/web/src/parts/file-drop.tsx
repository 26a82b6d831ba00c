import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './file-drop.module.css';

/** A place onto which a file is dropped. Whoever has no mouse takes the link within it. */
export function FileDrop({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const over =
    (is: boolean) =>
    (event: DragEvent): void => {
      event.preventDefault();
      setOver(is);
    };
  return (
    <div
      className={styles.place}
      data-over={isOver || undefined}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        over(false)(event);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      {children}
    </div>
  );
}
