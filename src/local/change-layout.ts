/** A row has changed when it has another version, and not when its list lost a column. */
export const changeLayout = `
  drop trigger item_changed;
  create trigger item_changed after update of version on item begin
    update change set place = (select coalesce(max(place), 0) + 1 from change where list = new.list)
      where list = new.list and item = new.id;
  end;
`;
