create table if not exists marketplace.usage_row_@name@ partition of marketplace.usage_row for values from ('@from@') to ('@to@');
