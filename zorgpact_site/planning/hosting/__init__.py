"""What hosts are told of a site: headers, redirects, and the files in which each reads them."""
