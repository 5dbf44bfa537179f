import { Fragment, type ReactNode } from 'react';
import type { Token, Tokens } from 'marked';
import classes from './guide.module.css';

/**
 * Markdown that is shipped with the app, as elements: nothing is ever parsed as HTML. Pictures are left out, since
 * the app itself is beside; an address stands as text, since the window goes nowhere else.
 */
export function MarkdownText({ blocks }: { blocks: readonly Token[] }) {
  return inTurn(blocks.filter((block) => !isPicture(block)), (block) => <Block token={block} />);
}

// The guide does not change while it is read: places are identity enough.
function inTurn<Piece>(pieces: readonly Piece[], draw: (piece: Piece) => ReactNode): ReactNode {
  return pieces.map((piece, at) => <Fragment key={String(at)}>{draw(piece)}</Fragment>);
}

function isPicture(block: Token): boolean {
  return block.type === 'paragraph' && (block as Tokens.Paragraph).tokens.every((token) => token.type === 'image');
}

function Block({ token }: { token: Token }): ReactNode {
  switch (token.type) {
    case 'heading':
      return <h2>{inline(token)}</h2>;
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'table':
      return <Table table={token as Tokens.Table} />;
    case 'space':
      return null;
    case 'text':
      return inline(token);
    default:
      return <p>{inline(token)}</p>;
  }
}

function List({ list }: { list: Tokens.List }) {
  const items = inTurn(list.items, (item) => <li>{inTurn(item.tokens, (token) => <Block token={token} />)}</li>);
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** The first cell of each row names it; a head without words is none. */
function Table({ table: { header, rows } }: { table: Tokens.Table }) {
  return (
    <table className={classes['table']}>
      {header.every((cell) => cell.text === '') ? null : (
        <thead>
          <tr>{inTurn(header, (cell) => <th scope="col">{inTurn(cell.tokens, (token) => <Inline token={token} />)}</th>)}</tr>
        </thead>
      )}
      <tbody>
        {inTurn(rows, (cells) => (
          <tr>{inTurn([...cells.entries()], ([at, cell]) => (at === 0 ? <th scope="row">{inTurn(cell.tokens, (token) => <Inline token={token} />)}</th> : <td>{inTurn(cell.tokens, (token) => <Inline token={token} />)}</td>))}</tr>
        ))}
      </tbody>
    </table>
  );
}

function inline(token: Token): ReactNode {
  const inner = 'tokens' in token ? token.tokens : undefined;
  return inner === undefined ? textOf(token) : inTurn(inner, (one) => <Inline token={one} />);
}

function Inline({ token }: { token: Token }): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token)}</strong>;
    case 'em':
      return <em>{inline(token)}</em>;
    case 'codespan':
      return <code>{textOf(token)}</code>;
    case 'link':
      return (
        <>
          {inline(token)} ({(token as Tokens.Link).href})
        </>
      );
    case 'image':
      return null;
    case 'br':
      return <br />;
    default:
      return inline(token);
  }
}

function textOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}
