// The fields of every record of the domain, named once: for the log, for files and for commands.
//
// The names are a format that other devices and scripts read: a field may be added, never renamed.
// Enumerations are written by name. Holds no rule about values.
#pragma once

#include "store/shapes/invoices.h"
#include "store/shapes/master.h"
#include "store/shapes/payments.h"
#include "store/shapes/values.h"
