"""Where Dutch places lie, by province, in modules for the four parts of the country.

From GeoNames, CC BY 4.0; names in Dutch, other names added. See ATTRIBUTION.md.
A place is its name, latitude and longitude in degrees; places are parted by semicolons.
"""

from zorgpact_site.geography.places import east, north, south, west

PLACES = dict(sorted((north.PLACES | east.PLACES | south.PLACES | west.PLACES).items()))
