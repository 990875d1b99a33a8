#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdbool.h>

/// Asks the kernel to end this process when the thread that started it ends (prctl(2), PR_SET_PDEATHSIG). A call with
/// variable arguments, which Swift cannot make.
bool fairway_end_with_parent(void);

#endif
